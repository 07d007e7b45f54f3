package training.powerbi.server.lakehouse.kernel;

import io.delta.kernel.defaults.engine.fileio.FileIO;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
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

    static OutputFile output(FileIO files, String path, boolean atomic) {
        return new OutputFile() {
            @Override
            public PositionOutputStream create(long blockSizeHint) throws IOException {
                var stream = files.newOutputFile(path).create(atomic);
                return new DelegatingPositionOutputStream(stream) {
                    @Override
                    public long getPos() {
                        try {
                            return stream.getPos();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                };
            }

            @Override
            public PositionOutputStream createOrOverwrite(long blockSizeHint) {
                throw new UnsupportedOperationException("Data files are never overwritten");
            }

            @Override
            public boolean supportsBlockSize() {
                return false;
            }

            @Override
            public long defaultBlockSize() {
                return 0;
            }

            @Override
            public String getPath() {
                return path;
            }
        };
    }
}
