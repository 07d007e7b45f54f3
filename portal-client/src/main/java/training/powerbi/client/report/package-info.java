/// Reports that a portal reads from its lakehouse in Fabric.
@NullMarked
package training.powerbi.client.report;

import org.jspecify.annotations.NullMarked;
