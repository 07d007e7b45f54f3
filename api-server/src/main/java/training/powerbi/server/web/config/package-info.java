/// Settings from the environment and `.env`, and the refusal to start on mistakes in them.
@NullMarked
package training.powerbi.server.web.config;

import org.jspecify.annotations.NullMarked;
