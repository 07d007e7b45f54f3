/// The Blob interface over HTTP: what repeats itself until it is known what became of a request.
@NullMarked
package training.powerbi.lakehouse.files.onelake.rest;

import org.jspecify.annotations.NullMarked;
