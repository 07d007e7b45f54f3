/// A store in OneLake: files by the Blob interface of a lakehouse that several servers share.
@NullMarked
package training.powerbi.lakehouse.files.onelake;

import org.jspecify.annotations.NullMarked;
