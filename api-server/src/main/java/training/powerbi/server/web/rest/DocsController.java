package training.powerbi.server.web.rest;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// A page that lists the REST calls from `docs/openapi.json`; its script and style are its own files, as the
/// content policy asks.
@Hidden
@RestController
class DocsController {

    @GetMapping("/api/v1/docs")
    ResponseEntity<Resource> page() {
        return file("docs.html", MediaType.TEXT_HTML_VALUE);
    }

    @GetMapping("/api/v1/docs/docs.js")
    ResponseEntity<Resource> script() {
        return file("docs.js", "text/javascript");
    }

    @GetMapping("/api/v1/docs/docs.css")
    ResponseEntity<Resource> style() {
        return file("docs.css", "text/css");
    }

    private static ResponseEntity<Resource> file(String name, String type) {
        return ResponseEntity.ok()
                .header("Content-Type", type + ";charset=UTF-8")
                .body(new ClassPathResource("docs/" + name));
    }
}
