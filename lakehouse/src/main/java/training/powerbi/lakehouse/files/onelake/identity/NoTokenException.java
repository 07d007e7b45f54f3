package training.powerbi.lakehouse.files.onelake.identity;

import training.powerbi.lakehouse.files.UnreachableException;

/// No access token can be had.
public final class NoTokenException extends UnreachableException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean forGood;

    /// @param code the directory's own, such as `AADSTS7000215`; empty when it gave none
    /// @param forGood whether asking again is of no use
    NoTokenException(String message, String code, boolean forGood) {
        super(message);
        this.code = code;
        this.forGood = forGood;
    }

    NoTokenException(String message, Throwable cause) {
        super(message, cause);
        this.code = "";
        this.forGood = false;
    }

    public String code() {
        return code;
    }

    public boolean isForGood() {
        return forGood;
    }
}
