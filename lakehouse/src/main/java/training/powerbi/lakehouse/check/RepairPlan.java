package training.powerbi.lakehouse.check;

import java.util.List;

/// What a repair does, or would do.
///
/// @param steps sentences, each saying what goes back to where and what is lost by it
/// @param beyond sentences on what no repair can bring back
/// @param done whether it was done
public record RepairPlan(List<String> steps, List<String> beyond, boolean done) {

    public RepairPlan {
        steps = List.copyOf(steps);
        beyond = List.copyOf(beyond);
    }
}
