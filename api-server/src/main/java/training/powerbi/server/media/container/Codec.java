package training.powerbi.server.media.container;

import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// How the pictures or the sound of a track are written down, and what browsers make of it.
///
/// @param name as people know it
/// @param fate whether students would see or hear it
record Codec(String name, Fate fate) {

    enum Fate {
        PLAYED,
        /// By most browsers, not by all.
        WARNED,
        REFUSED
    }

    static Codec played(String name) {
        return new Codec(name, Fate.PLAYED);
    }

    static Codec warned(String name) {
        return new Codec(name, Fate.WARNED);
    }

    static Codec refused(String name) {
        return new Codec(name, Fate.REFUSED);
    }

    boolean admitted() {
        return fate != Fate.REFUSED;
    }

    PortalException refusal(boolean pictures) {
        return new PortalException(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                pictures
                        ? "The pictures of this video are " + name + ", which not every student's browser plays; export"
                                + " it as MP4 with H.264 (8 bit, 4:2:0) and AAC, and upload that."
                        : "The sound of this video is " + name + ", which not every student's browser plays; export it"
                                + " as MP4 with H.264 and AAC, and upload that.");
    }
}
