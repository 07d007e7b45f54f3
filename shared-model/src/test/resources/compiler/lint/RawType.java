// expect [rawtypes]
package fixture;

import java.util.List;

class RawType {
    int size(List things) {
        return things.size();
    }
}
