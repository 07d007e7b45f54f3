/// Decks of slides as folders of files: unpacking what a trainer uploads without trusting any of it.
@NullMarked
package training.powerbi.server.material.deck;

import org.jspecify.annotations.NullMarked;
