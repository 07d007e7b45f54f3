/// Who may open what, and when: the one rule that everything asks which shows or serves a day's content. Knows no
/// content itself; how cohort `main` has its days, the owner of the days says by the port [MainDays].
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "audit", "lakehouse", "store"})
package training.powerbi.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
