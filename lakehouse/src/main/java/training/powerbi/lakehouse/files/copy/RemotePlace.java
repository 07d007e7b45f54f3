package training.powerbi.lakehouse.files.copy;

import java.io.IOException;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.model.error.PortalException;

/// A place of a store that may be away for hours.
public interface RemotePlace extends StoreHome {

    /// Asks one small thing.
    ///
    /// @throws IOException when the place does not answer, or answers what a place that is there does not
    void look() throws IOException;

    /// A sentence about why the place does not answer, as far as can be found out.
    String whyAway();

    /// Whether it was refused for a reason that passes, such as a capacity that is paused, and for none that somebody
    /// has to mend.
    boolean mayBeAway(PortalException refusal);

    /// Takes the place though it is away. What [#lease()] would have looked at is to be looked at by
    /// [#requireUsable()] before anything is written.
    Lease leaseUnseen();

    /// Looks whether the place is what a store needs.
    ///
    /// @throws PortalException STORAGE_UNAVAILABLE saying what is wrong
    void requireUsable();
}
