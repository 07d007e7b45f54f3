/// Erasing a person: from every table, in steps that a crash cannot leave undone.
@NullMarked
package training.powerbi.server.account.erasure;

import org.jspecify.annotations.NullMarked;
