package training.powerbi.server.material;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.material.deck.LoadWarning;

/// The answer to an upload of slides: the day, and what its slides load and will not get.
///
/// @param warnings empty when there are none
record UploadedSlides(@JsonUnwrapped TrainingDay day, List<LoadWarning> warnings) {}
