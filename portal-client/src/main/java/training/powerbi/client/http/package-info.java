/// HTTP with one portal: requests and answers, tokens, refusals, and what to say when nobody answers.
@NullMarked
package training.powerbi.client.http;

import org.jspecify.annotations.NullMarked;
