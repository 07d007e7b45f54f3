package training.powerbi.cli;

import picocli.CommandLine.IVersionProvider;

/// As the jar's manifest has it.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"portal " + (version == null ? "(not packaged)" : version)};
    }
}
