package training.powerbi.lakehouse.commit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import training.powerbi.lakehouse.memory.DataFile;
import training.powerbi.lakehouse.memory.Layout;

/// Which files a commit writes.
sealed interface CommitPlan<R> permits RewritePlan, AppendPlan {

    /// What each written slot shall hold; an empty list means no file.
    Map<Integer, List<R>> contents();

    /// Slots whose rows were in the table before: their files are no change of data.
    Set<Integer> rearranged();

    Layout<R> layout(Collection<DataFile<R>> written);
}
