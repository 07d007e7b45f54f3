package training.powerbi.server.report;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// All that is ever asked of the endpoint. Nothing a caller sends becomes part of a question.
///
/// Of people only numbers are asked: no names, no addresses.
enum StandardReport {
    PROGRESS_BY_DAY("progress-by-day", "Progress by day", """
            SELECT TOP (10001) c.day_number, c.title,
              COUNT(p.user_id) AS students_started,
              COALESCE(SUM(CASE WHEN p.completion_percentage >= 100 THEN 1 ELSE 0 END), 0) AS students_finished,
              CAST(AVG(CAST(p.completion_percentage AS float)) AS decimal(5, 1)) AS average_percentage
            FROM {schema}.training_content AS c
            LEFT JOIN (
              SELECT u.user_id, q.day_number, q.completion_percentage
              FROM {schema}.user_progress AS q
              JOIN {schema}.users AS u ON u.user_id = q.user_id
              WHERE u.role = 'student' AND COALESCE(u.is_active, 1) = 1
            ) AS p ON p.day_number = c.day_number
            GROUP BY c.day_number, c.title
            ORDER BY c.day_number
            """),
    VIEWS_BY_RECORDING("views-by-recording", "Views by recording", """
            SELECT TOP (10001) r.day_number, r.title AS recording, r.platform, r.duration, r.view_count AS views,
              CONVERT(varchar(10), r.uploaded_at, 23) AS added_on
            FROM {schema}.recordings AS r
            WHERE r.is_active = 1
            ORDER BY r.view_count DESC, r.day_number, r.title
            """),
    ACTIVITY_BY_WEEK("activity-by-week", "Activity by week", """
            SELECT TOP (10001) CONVERT(varchar(10), a.week, 23) AS week_from,
              COUNT(DISTINCT a.user_id) AS students_last_seen,
              COUNT(a.user_id) AS days_last_opened,
              SUM(a.changes) AS changes_by_admins
            FROM (
              SELECT DATEADD(day, -(DATEDIFF(day, '19000101', last_accessed) % 7), CAST(last_accessed AS date)) AS week,
                user_id, 0 AS changes
              FROM {schema}.user_progress
              UNION ALL
              SELECT DATEADD(day, -(DATEDIFF(day, '19000101', [timestamp]) % 7), CAST([timestamp] AS date)) AS week,
                NULL AS user_id, 1 AS changes
              FROM {schema}.admin_actions
            ) AS a
            GROUP BY a.week
            ORDER BY a.week DESC
            """),
    /// Its last three columns are the portal's, see [TableLag].
    TABLES("tables", "Tables at the endpoint and in the portal", """
            SELECT 'users' AS [table], COUNT_BIG(*) AS rows_at_endpoint,
              CONVERT(varchar(19), MAX(created_at), 126) + 'Z' AS newest_at_endpoint FROM {schema}.users
            UNION ALL SELECT 'training_content', COUNT_BIG(*),
              CONVERT(varchar(19), MAX(updated_at), 126) + 'Z' FROM {schema}.training_content
            UNION ALL SELECT 'recordings', COUNT_BIG(*),
              CONVERT(varchar(19), MAX(uploaded_at), 126) + 'Z' FROM {schema}.recordings
            UNION ALL SELECT 'user_progress', COUNT_BIG(*),
              CONVERT(varchar(19), MAX(last_accessed), 126) + 'Z' FROM {schema}.user_progress
            UNION ALL SELECT 'admin_actions', COUNT_BIG(*),
              CONVERT(varchar(19), MAX([timestamp]), 126) + 'Z' FROM {schema}.admin_actions
            """);

    private final String reportName;
    private final String title;
    private final String select;

    StandardReport(String reportName, String title, String select) {
        this.reportName = reportName;
        this.title = title;
        this.select = select;
    }

    LakehouseReport shown() {
        return new LakehouseReport(reportName, title);
    }

    String select() {
        return select;
    }

    static Optional<StandardReport> named(String name) {
        return Arrays.stream(values())
                .filter(report -> report.reportName.equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(report -> report.reportName).collect(Collectors.joining(", "));
    }
}
