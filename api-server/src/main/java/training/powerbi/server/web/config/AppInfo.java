package training.powerbi.server.web.config;

/// Name and version of the running portal.
public record AppInfo(String name, String version) {}
