package training.powerbi.lakehouse.rowfile.parquet;

import io.delta.kernel.defaults.engine.fileio.FileIO;
import java.io.IOException;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/// Parquet without Hadoop's configuration, whose parsing costs more than a small file itself.
final class PlainParquet {
    private PlainParquet() {}

    static ParquetConfiguration configuration() {
        return new PlainParquetConfiguration();
    }

    static InputFile input(FileIO files, String path, long size) {
        var file = files.newInputFile(path, size);
        return new InputFile() {
            @Override
            public long getLength() throws IOException {
                return file.length();
            }

            @Override
            public SeekableInputStream newStream() throws IOException {
                var stream = file.newStream();
                return new DelegatingSeekableInputStream(stream) {
                    @Override
                    public long getPos() throws IOException {
                        return stream.getPos();
                    }

                    @Override
                    public void seek(long position) throws IOException {
                        stream.seek(position);
                    }
                };
            }
        };
    }
}
