package fixture;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@NullMarked
record Plain(String name, @Nullable String title) {}
