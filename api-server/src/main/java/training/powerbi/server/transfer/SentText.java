package training.powerbi.server.transfer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import training.powerbi.model.error.PortalException;

/// Words that come with an upload as bytes.
public final class SentText {
    private SentText() {}

    /// The text that the bytes are in UTF-8. Letters put in for what cannot be read would be kept for good.
    ///
    /// @throws PortalException BAD_USER_INPUT naming the field when they are something else
    public static String of(String field, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw PortalException.badInput(field, "The " + field + " is not in UTF-8; send it so.");
        }
    }
}
