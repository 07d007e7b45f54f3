package training.powerbi.lakehouse.journal;

import training.powerbi.model.error.PortalException;

/// Whether the store is away.
public interface Absence {

    boolean isAway();

    /// What whoever wants to change something is told then.
    PortalException refusal();
}
