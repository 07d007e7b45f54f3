-- Views over the portal's tables with names for people, for the SQL endpoint of the lakehouse, or for a Warehouse in the
-- same workspace. Hashes of passwords and invites, e-mail addresses, links and the metadata of the audit log stay out.
--
-- Where: the lakehouse's SQL analytics endpoint, New SQL query, paste, Run. Run it again after an update of the portal.
-- In a lakehouse with schemas, and in a Warehouse, set what the tables' names begin with: replace dbo.users and so on,
-- in a Warehouse by [lakehouse].dbo.users.

IF SCHEMA_ID('portal') IS NULL EXEC ('CREATE SCHEMA portal');
GO

CREATE OR ALTER VIEW portal.[Days] AS
SELECT day_number AS [Day], title AS [Title], description AS [Description], is_unlocked AS [Open],
  unlocked_at AS [Opened at (UTC)], scheduled_at AS [Session at (UTC)], updated_at AS [Changed at (UTC)]
FROM dbo.training_content;
GO

CREATE OR ALTER VIEW portal.[People] AS
SELECT user_id AS [Person], display_name AS [Name], role AS [Role], COALESCE(is_active, 1) AS [Active],
  created_at AS [Joined at (UTC)], last_login AS [Last signed in at (UTC)]
FROM dbo.users;
GO

CREATE OR ALTER VIEW portal.[Recordings] AS
SELECT recording_id AS [Recording], day_number AS [Day], title AS [Title], platform AS [Platform], duration AS [Length],
  view_count AS [Views], is_active AS [Shown], uploaded_at AS [Added at (UTC)]
FROM dbo.recordings;
GO

CREATE OR ALTER VIEW portal.[Progress] AS
SELECT p.user_id AS [Person], u.display_name AS [Name], p.day_number AS [Day], c.title AS [Title],
  p.completion_percentage AS [Percent], p.viewed_presentation AS [Slides seen], p.viewed_recording AS [Recording seen],
  p.last_accessed AS [Last opened at (UTC)]
FROM dbo.user_progress AS p
LEFT JOIN dbo.users AS u ON u.user_id = p.user_id
LEFT JOIN dbo.training_content AS c ON c.day_number = p.day_number;
GO

CREATE OR ALTER VIEW portal.[Changes by admins] AS
SELECT a.action_id AS [Change], u.display_name AS [Admin], a.action_type AS [What], a.day_number AS [Day],
  a.[timestamp] AS [At (UTC)]
FROM dbo.admin_actions AS a
LEFT JOIN dbo.users AS u ON u.user_id = a.admin_id;
GO
