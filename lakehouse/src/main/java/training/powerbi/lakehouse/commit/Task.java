package training.powerbi.lakehouse.commit;

import java.util.List;

/// What a table's writer finds in its queue.
sealed interface Task permits Submission, Task.Together, Task.Chore {

    /// Submissions that one commit shall have, in their order.
    record Together(List<? extends Submission<?, ?, ?>> all) implements Task {}

    /// Work of the store itself that must not run beside a commit.
    record Chore(Runnable work) implements Task {}
}
