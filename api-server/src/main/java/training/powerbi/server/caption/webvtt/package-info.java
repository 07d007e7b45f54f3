/// The format of caption files: what programs write is read, and written in its plainest form.
@NullMarked
package training.powerbi.server.caption.webvtt;

import org.jspecify.annotations.NullMarked;
