package training.powerbi.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartHeadTest {
    @Test
    void aFieldAndAFileAreToldApart() throws IOException {
        assertThat(PartHead.parse("\r\nContent-Disposition: form-data; name=\"title\""))
                .isEqualTo(new PartHead("title", null, ""));
        assertThat(PartHead.parse("\r\ncontent-type: video/mp4\r\nCONTENT-DISPOSITION: form-data; name=\"file\";\r\n"
                        + "\tfilename=\"a; ü.mp4\""))
                .isEqualTo(new PartHead("file", "a; ü.mp4", "video/mp4"));
        assertThat(PartHead.parse("\r\nContent-Disposition: form-data; name=file; filename=\"\""))
                .isEqualTo(new PartHead("file", "", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filename="a%22b%0D%0A.txt"                       | a"b.txt
            filename="a\\"b.txt"                             | a"b.txt
            filename="100%.txt"                              | 100%.txt
            filename*=UTF-8''%C3%9Cbung%20%E2%82%AC.txt      | Übung €.txt
            filename="x.txt"; filename*=UTF-8''%C3%9C.txt    | Ü.txt
            filename="一二三.xlsx"                            | 一二三.xlsx
            """)
    void aFileIsCalledAsClientsWriteIt(String parameter, String name) throws IOException {
        assertThat(PartHead.parse("\r\nContent-Disposition: form-data; name=\"file\"; " + parameter)
                        .fileName())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\nContent-Type: video/mp4",
                "\r\nContent-Disposition: form-data",
                "\r\nContent-Disposition: attachment; name=\"file\"",
                "\r\n: form-data; name=\"file\"",
            })
    void aPartThatNamesNoFieldIsRefused(String lines) {
        assertThatThrownBy(() -> PartHead.parse(lines)).isInstanceOf(IOException.class);
    }
}
