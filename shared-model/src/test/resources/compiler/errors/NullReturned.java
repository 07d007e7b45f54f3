// expect [NullAway]
package fixture;

import org.jspecify.annotations.NullMarked;

@NullMarked
class NullReturned {
    String name() {
        return null;
    }
}
