package training.powerbi.client;

import training.powerbi.architecture.ArchitectureRules;

class ClientArchitectureTest extends ArchitectureRules {

    ClientArchitectureTest() {
        super(PortalClient.class, ClientRules.ALL);
    }
}
