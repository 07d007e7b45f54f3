package training.powerbi.interop;

import java.util.List;
import java.util.Map;

/// The five tables as the specification declares them, in Spark's words. Its `JSON` is text.
final class SpecifiedColumns {
    static final Map<String, List<String>> BY_TABLE = Map.of(
            "users",
            List.of(
                    "user_id STRING",
                    "email STRING",
                    "password_hash STRING",
                    "role STRING",
                    "created_at TIMESTAMP",
                    "last_login TIMESTAMP"),
            "training_content",
            List.of(
                    "day_number INT",
                    "title STRING",
                    "description STRING",
                    "is_unlocked BOOLEAN",
                    "unlocked_at TIMESTAMP",
                    "unlocked_by STRING",
                    "presentation_url STRING",
                    "resources_url STRING",
                    "created_at TIMESTAMP",
                    "updated_at TIMESTAMP"),
            "recordings",
            List.of(
                    "recording_id STRING",
                    "day_number INT",
                    "title STRING",
                    "video_url STRING",
                    "platform STRING",
                    "duration STRING",
                    "uploaded_at TIMESTAMP",
                    "uploaded_by STRING",
                    "view_count INT",
                    "is_active BOOLEAN"),
            "user_progress",
            List.of(
                    "progress_id STRING",
                    "user_id STRING",
                    "day_number INT",
                    "viewed_presentation BOOLEAN",
                    "viewed_recording BOOLEAN",
                    "completion_percentage FLOAT",
                    "last_accessed TIMESTAMP"),
            "admin_actions",
            List.of(
                    "action_id STRING",
                    "admin_id STRING",
                    "action_type STRING",
                    "day_number INT",
                    "metadata STRING",
                    "timestamp TIMESTAMP"));

    private SpecifiedColumns() {}
}
