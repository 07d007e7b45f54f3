/// The edge alone: the real web module over the real schema, with a stand-in for accounts and a few fields.
/// Outside the server's package, so that the whole server does not pick these parts up.
@NullMarked
package training.powerbi.edge;

import org.jspecify.annotations.NullMarked;
