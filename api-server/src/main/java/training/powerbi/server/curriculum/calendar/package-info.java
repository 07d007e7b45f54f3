/// When sessions take place and days open.
@NullMarked
package training.powerbi.server.curriculum.calendar;

import org.jspecify.annotations.NullMarked;
