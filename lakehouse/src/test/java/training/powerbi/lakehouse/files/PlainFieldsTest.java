package training.powerbi.lakehouse.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class PlainFieldsTest {

    @Test
    void textsAndWholeNumbersAreReadAndAllElseIsPassedOver() {
        assertThat(PlainFields.of("""
                        {"text":"a", "whole":12, "deep":{"text":"b"}, "list":[{"whole":1}], "none":null, "half":0.5, "huge":99999999999999999999,
                         "yes":true, "last":"z"}""")).isEqualTo(Map.of("text", "a", "whole", 12L, "last", "z"));
    }

    @Test
    void whatIsNoObjectHasNoFields() {
        assertThat(PlainFields.of("[1]")).isEmpty();
        assertThat(PlainFields.of("")).isEmpty();
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> PlainFields.of("<html>")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> PlainFields.of("{\"a\":1")).isInstanceOf(JacksonException.class);
    }
}
