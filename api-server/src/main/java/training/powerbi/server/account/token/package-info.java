/// Access tokens: issuing our own, and verifying those of both issuers (the portal and Entra ID).
@NullMarked
package training.powerbi.server.account.token;

import org.jspecify.annotations.NullMarked;
