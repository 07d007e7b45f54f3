package training.powerbi.desktop.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/// A test with a real window, drawn without a screen. Skipped, with what to install, where the system libraries are
/// missing that JavaFX draws text with.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({DrawingLibraries.class, ApplicationExtension.class})
public @interface WindowTest {}
