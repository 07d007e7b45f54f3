/// Signing in with Microsoft, for programs that bring Microsoft's library along. Nothing else of the client needs it.
@NullMarked
package training.powerbi.client.microsoft;

import org.jspecify.annotations.NullMarked;
