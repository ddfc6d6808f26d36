//! `annotation.conf`: which labels, links and attributes brat offers, and by which it verifies.

/// For documents under the names of this program.
pub(super) const PLAIN: &str = "\
[entities]
Claim
Quote
Source
Cue
Addressee

[relations]
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]
Attribution\tSource*:Source, Cue*:Cue, Addressee*:Addressee, Content*:Claim|Quote|Attribution

[attributes]
Form\tArg:Claim|Quote, Value:direct|indirect|mixed
Stance\tArg:Claim, Value:affirms|refutes
Checkable\tArg:Claim, Value:yes|no
Claimer\tArg:Claim, Value:author
Polarity\tArg:Attribution, Value:asserted|negated|hypothetical
Medium\tArg:Attribution, Value:speech|writing|thought
";

/// As PolNeAR has it.
pub(super) const POLNEAR: &str = "\
[entities]
Content
Source
Cue

[relations]
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]
Attribution\tSource+:Source, Cue*:Cue, Content*:Content
Attribution-no-source\tCue*:Cue, Content*:Content

[attributes]
";
