package training.powerbi.server.account.token;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the portal's own access tokens look (SECRET_KEY, JWT_ALGORITHM, ACCESS_TOKEN_EXPIRE_MINUTES).
///
/// @param secretKey signs with HS256; not set: a key is made on first start and kept beside the data
@ConfigurationProperties("portal.token")
@Validated
record TokenProperties(
        @DefaultValue("") Secret secretKey,

        @DefaultValue("HS256") @Pattern(regexp = "HS256|ES256", message = "must be HS256 or ES256")
        String algorithm,

        @DefaultValue("30") @Min(1) @Max(1440) int accessMinutes,
        @DefaultValue("urn:training-portal") @NotBlank String issuer,
        @DefaultValue("training-portal-api") @NotBlank String audience) {

    TokenProperties {
        algorithm = algorithm.isBlank() ? "HS256" : algorithm.strip();
    }
}
