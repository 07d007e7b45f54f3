package training.powerbi.cli;

import training.powerbi.architecture.ArchitectureRules;

class CliArchitectureTest extends ArchitectureRules {

    CliArchitectureTest() {
        super(Portal.class, CliRules.ALL);
    }
}
