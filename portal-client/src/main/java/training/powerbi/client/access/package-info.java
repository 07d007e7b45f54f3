/// Who may see what, when: cohorts, the clock, exceptions, and what was done about them.
@NullMarked
package training.powerbi.client.access;

import org.jspecify.annotations.NullMarked;
