/// Files on their way to the portal: recordings by tus, slides, resources and captions in one request each.
@NullMarked
package training.powerbi.client.upload;

import org.jspecify.annotations.NullMarked;
