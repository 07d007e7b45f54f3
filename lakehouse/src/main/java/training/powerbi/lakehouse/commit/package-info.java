/// From decisions to durable commits: the queue, the one writer, and which files a commit writes.
@NullMarked
package training.powerbi.lakehouse.commit;

import org.jspecify.annotations.NullMarked;
