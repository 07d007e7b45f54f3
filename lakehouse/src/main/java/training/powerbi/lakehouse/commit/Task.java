package training.powerbi.lakehouse.commit;

/// What a table's writer finds in its queue.
sealed interface Task permits Submission, Task.Chore {

    /// Work of the store itself that must not run beside a commit.
    record Chore(Runnable work) implements Task {}
}
