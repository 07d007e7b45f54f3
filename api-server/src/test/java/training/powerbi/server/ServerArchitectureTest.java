package training.powerbi.server;

import training.powerbi.architecture.ArchitectureRules;

class ServerArchitectureTest extends ArchitectureRules {

    ServerArchitectureTest() {
        super(PortalServer.class, ServerRules.ALL);
    }
}
