// expect [NullAway]
package fixture;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@NullMarked
class NullInAList {
    List<String> names(List<@Nullable String> maybeNames) {
        return maybeNames;
    }
}
