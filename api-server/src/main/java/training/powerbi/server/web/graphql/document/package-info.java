/// What a document may ask for, measured before it is run.
@NullMarked
package training.powerbi.server.web.graphql.document;

import org.jspecify.annotations.NullMarked;
