package training.powerbi.server.account.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import java.text.ParseException;

/// Someone whose tokens the portal accepts.
interface TrustedIssuer {

    /// The exact `iss` claim.
    String name();

    /// What stands for the keys of now: another object than before when what was good may be so no more.
    default Object keys() {
        return this;
    }

    /// What a good token says.
    ///
    /// @throws BadJOSEException when the token is not a good one of this issuer
    /// @throws JOSEException when that cannot be found out, such as when its keys cannot be fetched
    VerifiedToken verify(JWT token) throws BadJOSEException, JOSEException, ParseException;
}
