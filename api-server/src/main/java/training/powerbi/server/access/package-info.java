/// Who may open what, and when: the one rule that everything asks which shows or serves a day's content. Knows no
/// content itself; what locks a day, the owner of the days says by the port [DayLocks].
@NullMarked
@ApplicationModule(allowedDependencies = {"account"})
package training.powerbi.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
