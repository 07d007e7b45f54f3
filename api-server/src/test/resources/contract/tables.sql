-- The columns that programs reading the lakehouse were promised, in this order; more may follow them.
CREATE TABLE users (
    user_id STRING,
    email STRING,
    password_hash STRING,
    role STRING,
    created_at TIMESTAMP,
    last_login TIMESTAMP
);
CREATE TABLE training_content (
    day_number INT,
    title STRING,
    description STRING,
    is_unlocked BOOLEAN,
    unlocked_at TIMESTAMP,
    unlocked_by STRING,
    presentation_url STRING,
    resources_url STRING,
    created_at TIMESTAMP,
    updated_at TIMESTAMP
);
CREATE TABLE recordings (
    recording_id STRING,
    day_number INT,
    title STRING,
    video_url STRING,
    platform STRING,
    duration STRING,
    uploaded_at TIMESTAMP,
    uploaded_by STRING,
    view_count INT,
    is_active BOOLEAN
);
CREATE TABLE user_progress (
    progress_id STRING,
    user_id STRING,
    day_number INT,
    viewed_presentation BOOLEAN,
    viewed_recording BOOLEAN,
    completion_percentage FLOAT,
    last_accessed TIMESTAMP
);
CREATE TABLE admin_actions (
    action_id STRING,
    admin_id STRING,
    action_type STRING,
    day_number INT,
    metadata JSON,
    timestamp TIMESTAMP
);
