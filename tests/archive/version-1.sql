BEGIN TRANSACTION;
CREATE TABLE articles (
	id INTEGER NOT NULL, 
	locator TEXT NOT NULL, 
	source TEXT, 
	archive_id TEXT NOT NULL, 
	text_hash VARCHAR(32), 
	title TEXT, 
	publisher TEXT, 
	author TEXT, 
	agency TEXT, 
	published DATE, 
	published_basis VARCHAR(10), 
	language TEXT, 
	PRIMARY KEY (id), 
	UNIQUE (locator), 
	FOREIGN KEY(text_hash) REFERENCES texts (hash)
);
INSERT INTO "articles" VALUES(1,'https://example.org/2','https://example.org/2','8bd0463fe30c7415','8bd0463fe30c741501def3846712bc95',NULL,NULL,NULL,NULL,'2020-01-06','given','en');
INSERT INTO "articles" VALUES(2,'https://example.org/3','https://example.org/3','0da671c3abbd0165','0da671c3abbd01652fd363fe3432fead',NULL,NULL,NULL,NULL,'2020-01-06','given','en');
INSERT INTO "articles" VALUES(3,'https://example.org/4','https://example.org/4','ee715963d6922d5e','ee715963d6922d5eddad6d59d76211b6',NULL,NULL,NULL,NULL,'2020-01-06','given','en');
INSERT INTO "articles" VALUES(4,'https://example.org/copy','https://example.org/copy','8bd0463fe30c7415','8bd0463fe30c741501def3846712bc95',NULL,NULL,NULL,NULL,'2020-01-06','given','en');
CREATE TABLE attempts (
	id INTEGER NOT NULL, 
	reading INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	outcome TEXT NOT NULL, 
	seconds DOUBLE NOT NULL, 
	input_tokens BIGINT NOT NULL, 
	output_tokens BIGINT NOT NULL, 
	cached_tokens BIGINT NOT NULL, 
	cost_usd DOUBLE, 
	at DATETIME NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(reading) REFERENCES readings (id), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
INSERT INTO "attempts" VALUES(1,2,1,'ok',0.1,100,10,0,0.01,'2026-11-22 18:56:36.177596');
INSERT INTO "attempts" VALUES(2,1,1,'ok',0.1,100,10,0,0.01,'2026-11-22 18:56:36.177596');
INSERT INTO "attempts" VALUES(3,3,1,'Invalid',0.1,100,0,0,0.01,'2026-11-22 18:56:36.177596');
CREATE TABLE ledger (
	"key" VARCHAR(40) NOT NULL, 
	value VARCHAR(200) NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "ledger" VALUES('version','1');
CREATE TABLE purse (
	id INTEGER NOT NULL, 
	spent_usd DOUBLE NOT NULL, 
	reserved_usd DOUBLE NOT NULL, 
	lost_usd DOUBLE NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "purse" VALUES(1,0.03,0.0,0.0);
CREATE TABLE readings (
	id INTEGER NOT NULL, 
	text_hash VARCHAR(32) NOT NULL, 
	recipe INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	state VARCHAR(10) NOT NULL, 
	run INTEGER NOT NULL, 
	draft TEXT, 
	report TEXT, 
	software_version VARCHAR(40), 
	calls BIGINT NOT NULL, 
	input_tokens BIGINT NOT NULL, 
	output_tokens BIGINT NOT NULL, 
	cached_tokens BIGINT NOT NULL, 
	cost_usd DOUBLE, 
	seconds DOUBLE, 
	finished DATETIME, 
	PRIMARY KEY (id), 
	UNIQUE (text_hash, recipe), 
	FOREIGN KEY(text_hash) REFERENCES texts (hash), 
	FOREIGN KEY(recipe) REFERENCES recipes (id), 
	FOREIGN KEY(article) REFERENCES articles (id), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
INSERT INTO "readings" VALUES(1,'0da671c3abbd01652fd363fe3432fead',1,2,'done',1,'{"relevance":"event_report","document_type":"news","headline":"Rebels killed 3 soldiers near Gao on Mon","abstract":"Soldiers were killed near Gao.","dateline":null,"issuer":null,"sources":[],"actors":[{"id":"A1","name":"soldiers","aliases":[],"type":"state_military","country":null,"belongs_to":null,"leaders":[],"evidence":[1]}],"operations":[{"id":"O1","title":"Attack near Gao","type":"armed_attack","means":[],"stage":"completed","assertion":"stated","discourse":"main","part_of":null,"participants":[{"actor":"A1","role":"target"}],"date":"on Monday","objective":null,"territorial_effect":"none_reported","civilians":"not_reported","damage":[],"according_to":[],"places":[],"evidence":[1]}],"casualties":[]}','{"relevance":"event_report","document_type":"news","headline":"Rebels killed 3 soldiers near Gao on Mon","abstract":"Soldiers were killed near Gao.","dateline":null,"issuer":null,"sources":[],"actors":[{"id":"A1","name":"soldiers","aliases":[],"type":"state_military","country":null,"belongs_to":null,"leaders":[],"evidence":[{"start":0,"end":59,"sentence":1,"quote":"Rebels killed 3 soldiers near Gao on Monday, the army said."}]}],"operations":[{"id":"O1","title":"Attack near Gao","type":"armed_attack","means":[],"stage":"completed","assertion":"stated","discourse":"main","part_of":null,"participants":[{"actor":"A1","role":"target"}],"date":"on Monday","objective":null,"territorial_effect":"none_reported","civilians":"not_reported","damage":[],"according_to":[],"places":[],"when":{"phrase":"on Monday","start":"2020-01-06","end":"2020-01-06","time_of_day":null,"precision":"day","basis":"relative","rule":"weekday","evidence":{"start":34,"end":43,"sentence":1,"quote":"on Monday"}},"basis":"reported_as_fact","sides":[[],["A1"]],"toll":[],"crosswalk":{"acled_sub_event":"Armed clash","acled_fatalities":0,"ucdp_type":null,"ucdp_deaths":null,"plover_event":"ASSAULT","plover_mode":"firearms","gtd_attack_type":"Armed Assault","muc_stage":"ACCOMPLISHED"},"evidence":[{"start":0,"end":59,"sentence":1,"quote":"Rebels killed 3 soldiers near Gao on Monday, the army said."}]}],"casualties":[],"findings":[{"code":"possible-omission","severity":"warning","path":"casualties","record":null,"message":"sentence 1 says “killed 3 soldiers”; no casualty record has it.","evidence":[{"start":0,"end":59,"sentence":1,"quote":"Rebels killed 3 soldiers near Gao on Monday, the army said."}]}],"provenance":{"reader":"counting","reader_version":"1","prompt_version":null,"schema_version":"1","software_version":"0.1.0","parameters":{},"input_tokens":100,"output_tokens":10,"cached_tokens":0,"cost_usd":0.01,"seconds":0.112,"attempts":1,"created":"2026-11-22T18:56:36.139499Z"}}','0.1.0',1,100,10,0,0.01,0.113,'2026-11-22 18:56:36.177596');
INSERT INTO "readings" VALUES(2,'8bd0463fe30c741501def3846712bc95',1,1,'done',1,'{"relevance":"event_report","document_type":"news","headline":"Rebels killed 2 soldiers near Gao on Mon","abstract":"Soldiers were killed near Gao.","dateline":null,"issuer":null,"sources":[],"actors":[{"id":"A1","name":"soldiers","aliases":[],"type":"state_military","country":null,"belongs_to":null,"leaders":[],"evidence":[1]}],"operations":[{"id":"O1","title":"Attack near Gao","type":"armed_attack","means":[],"stage":"completed","assertion":"stated","discourse":"main","part_of":null,"participants":[{"actor":"A1","role":"target"}],"date":"on Monday","objective":null,"territorial_effect":"none_reported","civilians":"not_reported","damage":[],"according_to":[],"places":[],"evidence":[1]}],"casualties":[]}','{"relevance":"event_report","document_type":"news","headline":"Rebels killed 2 soldiers near Gao on Mon","abstract":"Soldiers were killed near Gao.","dateline":null,"issuer":null,"sources":[],"actors":[{"id":"A1","name":"soldiers","aliases":[],"type":"state_military","country":null,"belongs_to":null,"leaders":[],"evidence":[{"start":0,"end":59,"sentence":1,"quote":"Rebels killed 2 soldiers near Gao on Monday, the army said."}]}],"operations":[{"id":"O1","title":"Attack near Gao","type":"armed_attack","means":[],"stage":"completed","assertion":"stated","discourse":"main","part_of":null,"participants":[{"actor":"A1","role":"target"}],"date":"on Monday","objective":null,"territorial_effect":"none_reported","civilians":"not_reported","damage":[],"according_to":[],"places":[],"when":{"phrase":"on Monday","start":"2020-01-06","end":"2020-01-06","time_of_day":null,"precision":"day","basis":"relative","rule":"weekday","evidence":{"start":34,"end":43,"sentence":1,"quote":"on Monday"}},"basis":"reported_as_fact","sides":[[],["A1"]],"toll":[],"crosswalk":{"acled_sub_event":"Armed clash","acled_fatalities":0,"ucdp_type":null,"ucdp_deaths":null,"plover_event":"ASSAULT","plover_mode":"firearms","gtd_attack_type":"Armed Assault","muc_stage":"ACCOMPLISHED"},"evidence":[{"start":0,"end":59,"sentence":1,"quote":"Rebels killed 2 soldiers near Gao on Monday, the army said."}]}],"casualties":[],"findings":[{"code":"possible-omission","severity":"warning","path":"casualties","record":null,"message":"sentence 1 says “killed 2 soldiers”; no casualty record has it.","evidence":[{"start":0,"end":59,"sentence":1,"quote":"Rebels killed 2 soldiers near Gao on Monday, the army said."}]}],"provenance":{"reader":"counting","reader_version":"1","prompt_version":null,"schema_version":"1","software_version":"0.1.0","parameters":{},"input_tokens":100,"output_tokens":10,"cached_tokens":0,"cost_usd":0.01,"seconds":0.0,"attempts":1,"created":"2026-11-22T18:56:36.027906Z"}}','0.1.0',1,100,10,0,0.01,0.112,'2026-11-22 18:56:36.177596');
INSERT INTO "readings" VALUES(3,'ee715963d6922d5eddad6d59d76211b6',1,3,'failed',1,NULL,NULL,'0.1.0',1,100,0,0,0.01,0.113,'2026-11-22 18:56:36.177596');
CREATE TABLE recipes (
	id INTEGER NOT NULL, 
	digest VARCHAR(32) NOT NULL, 
	reader TEXT NOT NULL, 
	reader_version TEXT NOT NULL, 
	prompt_version TEXT, 
	schema_version TEXT NOT NULL, 
	parameters TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (digest)
);
INSERT INTO "recipes" VALUES(1,'edfbec6177695890547a4bcb5a816922','counting','1',NULL,'1','{}');
CREATE TABLE results (
	article INTEGER NOT NULL, 
	recipe INTEGER NOT NULL, 
	outcome VARCHAR(20) NOT NULL, 
	error TEXT, 
	reason TEXT, 
	reading INTEGER, 
	duplicate_of INTEGER, 
	run INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	PRIMARY KEY (article, recipe), 
	FOREIGN KEY(article) REFERENCES articles (id), 
	FOREIGN KEY(recipe) REFERENCES recipes (id), 
	FOREIGN KEY(reading) REFERENCES readings (id), 
	FOREIGN KEY(duplicate_of) REFERENCES articles (id), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
INSERT INTO "results" VALUES(1,1,'ok',NULL,NULL,2,NULL,1,'2026-11-22 18:56:36.177596');
INSERT INTO "results" VALUES(2,1,'ok',NULL,NULL,1,NULL,1,'2026-11-22 18:56:36.177596');
INSERT INTO "results" VALUES(3,1,'invalid','Invalid','The answers were no draft.',3,NULL,1,'2026-11-22 18:56:36.177596');
INSERT INTO "results" VALUES(4,1,'duplicate',NULL,'the same text as https://example.org/2',2,1,1,'2026-11-22 18:56:35.993228');
CREATE TABLE runs (
	id INTEGER NOT NULL, 
	recipe INTEGER NOT NULL, 
	software_version VARCHAR(40) NOT NULL, 
	host TEXT NOT NULL, 
	process VARCHAR(60) NOT NULL, 
	started DATETIME NOT NULL, 
	heartbeat DATETIME NOT NULL, 
	ended DATETIME, 
	ending TEXT, 
	reserved_usd DOUBLE NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(recipe) REFERENCES recipes (id)
);
INSERT INTO "runs" VALUES(1,1,'0.1.0','archive','1@1','2026-11-22 18:56:35.989252','2026-11-22 18:56:36.189780','2026-11-22 18:56:36.189776','finished',0.0);
CREATE TABLE texts (
	hash VARCHAR(32) NOT NULL, 
	text TEXT NOT NULL, 
	sentences TEXT NOT NULL, 
	PRIMARY KEY (hash)
);
INSERT INTO "texts" VALUES('0da671c3abbd01652fd363fe3432fead','Rebels killed 3 soldiers near Gao on Monday, the army said.','[[1,0,59]]');
INSERT INTO "texts" VALUES('8bd0463fe30c741501def3846712bc95','Rebels killed 2 soldiers near Gao on Monday, the army said.','[[1,0,59]]');
INSERT INTO "texts" VALUES('ee715963d6922d5eddad6d59d76211b6','Rebels killed 4 soldiers near Gao on Monday, the army said.','[[1,0,59]]');
CREATE INDEX articles_by_text ON articles (text_hash);
CREATE INDEX readings_by_state ON readings (recipe, state);
CREATE INDEX results_by_outcome ON results (recipe, outcome);
CREATE INDEX attempts_by_reading ON attempts (reading);
CREATE VIEW overview AS
SELECT articles.source, articles.archive_id, articles.title, articles.published, recipes.reader,
       results.outcome, results.reason, first.source AS duplicate_of,
       readings.input_tokens, readings.output_tokens, readings.cost_usd, readings.seconds
FROM results
JOIN articles ON articles.id = results.article
JOIN recipes ON recipes.id = results.recipe
LEFT JOIN readings ON readings.id = results.reading AND results.duplicate_of IS NULL
LEFT JOIN articles AS first ON first.id = results.duplicate_of;
COMMIT;
