package training.powerbi.server.upkeep;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.server.account.Viewer;

@RestController
class BackupController {
    private final PortalBackups backups;

    BackupController(PortalBackups backups) {
        this.backups = backups;
    }

    @Operation(summary = "Begins a backup into the folder that the operator set; 409 while one is made. For admins")
    @PostMapping("/api/v1/backups")
    ResponseEntity<BackupState> start(@AuthenticationPrincipal Viewer viewer) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(backups.start(viewer));
    }

    @Operation(summary = "Whether a backup is being made, and how the last one went. For admins")
    @GetMapping("/api/v1/backups")
    BackupState state() {
        return backups.state();
    }
}
