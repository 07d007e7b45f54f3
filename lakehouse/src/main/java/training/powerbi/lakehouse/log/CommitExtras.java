package training.powerbi.lakehouse.log;

import java.util.List;
import java.util.Map;
import training.powerbi.lakehouse.CommitNote;

/// What a commit of ours says in `commitInfo` beyond what Kernel writes there.
///
/// @param metrics `operationMetrics`; the counts of files tell a torn commit from a whole one
public record CommitExtras(List<CommitNote> notes, Map<String, String> metrics) {
    static final CommitExtras NONE = new CommitExtras(List.of(), Map.of());
}
