/// What happens at the portal, as it happens.
@NullMarked
package training.powerbi.cli.live;

import org.jspecify.annotations.NullMarked;
