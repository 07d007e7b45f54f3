/// What every command needs: who asks whom, how answers are given, and how failures are told.
@NullMarked
package training.powerbi.cli.desk;

import org.jspecify.annotations.NullMarked;
