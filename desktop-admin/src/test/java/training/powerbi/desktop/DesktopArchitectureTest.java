package training.powerbi.desktop;

import training.powerbi.architecture.ArchitectureRules;

class DesktopArchitectureTest extends ArchitectureRules {

    DesktopArchitectureTest() {
        super(Launcher.class, DesktopRules.ALL);
    }
}
