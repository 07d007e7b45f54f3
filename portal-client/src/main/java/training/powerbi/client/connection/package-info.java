/// Puts the adapters together: all that goes to one portal in the name of one person.
@NullMarked
package training.powerbi.client.connection;

import org.jspecify.annotations.NullMarked;
